-- Rides and ordinary tables are quoted, held and booked in the same tables as meals for groups.

alter table amap.quote drop constraint quote_kind_check;
alter table amap.quote add constraint quote_kind_check check (kind in ('MEAL', 'RIDE', 'DINING'));
