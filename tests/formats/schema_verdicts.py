"""schema_verdicts.py SCHEMA RECORDS: the numbers of the lines that python3-jsonschema does not accept."""

import json
import sys

try:
    import jsonschema
except ImportError:
    sys.exit(77)

with open(sys.argv[1], encoding="utf-8") as file:
    schema = json.load(file)
jsonschema.Draft7Validator.check_schema(schema)
validator = jsonschema.Draft7Validator(schema)
with open(sys.argv[2], encoding="utf-8") as lines:
    for number, line in enumerate(lines, 1):
        if not validator.is_valid(json.loads(line)):
            print(number)
