" Vim syntax of rasd's rule files and word lists. Put editors/vim on the runtimepath.
if exists("b:current_syntax")
  finish
endif

syntax match rasdComment /\(^\|\s\)#.*$/
syntax match rasdBlock /^\(rule\|roles\|types\|list\|status\)\>/
syntax match rasdBlock /^\(disable\|extends\)\>\(\s\+\(rule\|status\|roles\|types\|shipped\)\>\)\?/
syntax match rasdName /\(^\(rule\|roles\|types\|list\|status\)\s\+\)\@<=\S\+/
syntax match rasdExample /^\s\+\(example\|counter\)\s*$/
syntax match rasdText /\(^\s\+\(text\|because\)\s\+\)\@<=.*$/
syntax match rasdKey /^\s\+\(because\|class\|derive\|dual\|event\|extends\|feminine\|form\|gender\|imperfect\|implied\|import\|include\|item\|masdar\|passive\|pattern\|plural\|pos\|replaces\|require\|role\|status\|text\|trigger\|unless\|value\)\>/
syntax match rasdRole /^\s\+\(actor\|target\|place\|other_place\|date\|killed\|injured\|detained\|abducted\|missing\|displaced\|weapon\|reporter\)\>/
syntax match rasdRole /\(^\s\+role\s\+\)\@<=\(actor\|target\|place\|other_place\|date\|killed\|injured\|detained\|abducted\|missing\|displaced\|weapon\|reporter\)\>/
syntax match rasdType /:\zs\(Actor\|Place\|Date\|Count\|Number\|Weapon\|Any\)\>/
syntax match rasdType /\[\(Actor\|Place\|Date\|Count\|Number\|Weapon\|Any\)\]/
syntax match rasdClass /<\(verb\|noun\|adjective\|particle\|finite\|passive\|active\|plural\|dual\|singular\|feminine\|masculine\|article\|punct\|comma\|quote\|number\|word\|clause_start\|clause_end\)>/
syntax match rasdConstant /\(^\s\+\(value\|status\)\s\+\)\@<=\(asserted\|claimed\|alleged\|denied\|planned\|foiled\|aggregate\)\>/
syntax match rasdConstant /\(^\s\+pos\s\+\)\@<=\(verb\|noun\|adjective\|name\|particle\|form\)\>/
syntax match rasdConstant /\(^\s\+\(event\s\+\)\?\)\@<=\(Non-state\ actor\ overtakes\ territory\|Excessive\ force\ against\ protesters\|Shelling\/artillery\/missile\ attack\|Non-violent\ transfer\ of\ territory\|Headquarters\ or\ base\ established\|Abduction\/forced\ disappearance\|Remote\ explosive\/landmine\/IED\|Government\ regains\ territory\|Looting\/property\ destruction\|Protest\ with\ intervention\|Change\ to\ group\/activity\|Violent\ demonstration\|Disrupted\ weapons\ use\|Air\/drone\ strike\|Peaceful\ protest\|Chemical\ weapon\|Sexual\ violence\|Suicide\ bomb\|Mob\ violence\|Armed\ clash\|Agreement\|Grenade\|Arrests\|Attack\|Other\)\ze\s*\($\|#\)/
syntax match rasdList /{[^}0-9,][^}]*}/
syntax match rasdTrigger /\<TRIGGER\>\|@/
syntax match rasdOperator /\<\(b\|l\|k\|w\|f\|s\|any\)\ze+/
syntax match rasdOperator /{\d\+\(,\d\+\)\?}/

highlight default link rasdComment Comment
highlight default link rasdBlock Statement
highlight default link rasdName Identifier
highlight default link rasdExample PreProc
highlight default link rasdText String
highlight default link rasdKey Keyword
highlight default link rasdRole Type
highlight default link rasdType Type
highlight default link rasdClass Constant
highlight default link rasdConstant Constant
highlight default link rasdList Identifier
highlight default link rasdTrigger Special
highlight default link rasdOperator Operator

let b:current_syntax = "rasdrules"
