#!/bin/bash
# Once, when the database is made: a role for the program that owns its own database and nothing else.
set -euo pipefail

psql --no-psqlrc --set ON_ERROR_STOP=1 --username "${POSTGRES_USER:-postgres}" --dbname postgres <<'SQL'
\getenv password DATABASE_PASSWORD
CREATE ROLE hexfix LOGIN PASSWORD :'password';
CREATE DATABASE hexfix OWNER hexfix;
REVOKE ALL ON DATABASE hexfix FROM PUBLIC;
SQL
