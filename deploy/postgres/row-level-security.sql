-- A second lock between organizations, in PostgreSQL itself: a statement sees and writes the rows of the one organization
-- that it says it works for, whatever its WHERE says. Optional, see docs/decisions/0021-row-level-security.md.
--
-- Stop all replicas, run this as the owner of the tables, start them again: they notice by themselves. It may be run again,
-- and has to be after an update that brings new tables. The role that Hexfix connects as must not be a superuser, nor have
-- BYPASSRLS. It may be the owner. A pooler between them must pool sessions, not transactions.
--
--   psql "$DATABASE_URL" --set ON_ERROR_STOP=1 --single-transaction --file deploy/postgres/row-level-security.sql
--
-- To undo it: the same with `disable row level security` for each table.

do $$
declare
  is_everyone constant text := $sql$(select current_setting('hexfix.everyone', true)) = 'on'$sql$;
  is_own constant text := $sql$tenant = (select current_setting('hexfix.tenant', true))$sql$;
  is_own_case constant text := $sql$exists (select from cases where cases.id = case_id)$sql$;
  condition text;
  name text;
begin
  foreach name in array array['cases', 'moves', 'cards', 'effects', 'settings', 'installations', 'outcomes'] loop
    condition := case
      when name in ('moves', 'cards') then is_own_case
      -- Of people who chose their language in the first release it is not known whose they are.
      when name = 'settings' then is_own || $sql$ or tenant = ''$sql$
      else is_own
    end;
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('drop policy if exists hexfix_tenant on %I', name);
    execute format('create policy hexfix_tenant on %I using (%s or %s)', name, is_everyone, condition);
  end loop;
end
$$;
