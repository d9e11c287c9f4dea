#include "sink/sqlite_schema.hpp"

#include "sink/record_columns.hpp"

namespace rasd {
namespace {

constexpr const char* kTables = R"sql(
create table documents (
  doc_id text primary key,
  published text,
  source text,
  url text,
  title text
) without rowid;
create table participants (
  event_id text not null references events (event_id),
  side text not null,               -- actor or target
  number integer not null,          -- from 1 on each side
  name text, name_en text, participant_id text, kind text, inter integer, country text, basis text,
  text text, text_start integer, text_end integer,
  aliases text,
  primary key (event_id, side, number)
) without rowid;
create table places (
  event_id text not null references events (event_id),
  number integer not null,          -- 0 is where it happened, the others are the rest and the wider areas
  name text, name_en text, place_id text, kind text, admin1 text, country text,
  latitude real, longitude real, geo_precision integer, basis text,
  text text, text_start integer, text_end integer,
  primary key (event_id, number)
) without rowid;
create table casualties (
  event_id text not null references events (event_id),
  kind text not null,               -- killed, injured, detained, abducted, missing, displaced
  number integer not null,          -- 0 is the total, the others are groups in it
  people text,                      -- the group
  min integer, max integer,         -- no max = open
  text text, text_start integer, text_end integer,
  primary key (event_id, kind, number)
) without rowid;
create table about (key text primary key, value text) without rowid;
create virtual table search using fts5 (
  as_written, folded, content = '', tokenize = "unicode61 remove_diacritics 2"
);
)sql";

// The 31 columns of ACLED's own exports, filled where the record has the value, and our id behind them. Only what an article
// says to have happened, or to have been foiled; neither plans nor denials nor totals over many incidents.
constexpr const char* kAcled = R"sql(
create view v_acled as
select
  null as event_id_cnty,
  event_date,
  cast(substr(event_date, 1, 4) as integer) as year,
  time_precision, disorder_type, event_type, sub_event_type,
  (select name from participants p where p.event_id = e.event_id and side = 'actor' and number = 1) as actor1,
  (select group_concat(name, '; ') from (select name from participants p
    where p.event_id = e.event_id and side = 'actor' and number > 1 order by number)) as assoc_actor_1,
  inter1,
  (select name from participants p where p.event_id = e.event_id and side = 'target' and number = 1) as actor2,
  (select group_concat(name, '; ') from (select name from participants p
    where p.event_id = e.event_id and side = 'target' and number > 1 order by number)) as assoc_actor_2,
  inter2,
  case when inter1 is null and inter2 is null then null
       when inter1 is null or inter2 is null then 10 * coalesce(inter1, inter2)
       else 10 * min(inter1, inter2) + max(inter1, inter2) end as interaction,
  case when event_type in ('Battles', 'Explosions/Remote violence', 'Violence against civilians', 'Riots') and inter2 = 7
       then 'Civilian targeting' end as civilian_targeting,
  null as iso, null as region,
  country, admin1, null as admin2, null as admin3, location, latitude, longitude, geo_precision,
  source, null as source_scale, notes, fatalities, null as tags, null as timestamp,
  event_id
from events e
where status in ('asserted', 'claimed', 'alleged', 'foiled');
)sql";

const char* type_of(ColumnKind kind) {
  switch (kind) {
    case ColumnKind::integer: return "integer";
    case ColumnKind::number: return "real";
    case ColumnKind::text:
    case ColumnKind::date: break;
  }
  return "text";
}

}  // namespace

std::string sqlite_tables() {
  std::string sql = kTables;
  sql += "create table events (\n  number integer primary key";
  for (const Column& column : record_columns(ColumnSet::all)) {
    sql += std::string(",\n  \"") + column.name + "\" " + type_of(column.kind);
    if (std::string_view(column.name) == "event_id") sql += " not null unique";
    if (std::string_view(column.name) == "doc_id") sql += " not null references documents (doc_id)";
  }
  return sql + "\n);\n" + kAcled;
}

std::string sqlite_indexes() {
  return "create index events_by_date on events (event_date);\n"
         "create index events_by_document on events (doc_id);\n"
         "create index participants_by_name on participants (name);\n"
         "create index places_by_name on places (name);\n";
}

}  // namespace rasd
