-- What people write stands as they typed it. What was written before is Markdown, and is read as that for ever.

alter table tickets add column markup text not null default 'markdown' check (markup in ('markdown', 'as-typed'));
alter table ticket_messages add column markup text not null default 'markdown' check (markup in ('markdown', 'as-typed'));
alter table ticket_notes add column markup text not null default 'markdown' check (markup in ('markdown', 'as-typed'));
alter table authorisations add column markup text not null default 'markdown' check (markup in ('markdown', 'as-typed'));

alter table tickets alter column markup set default 'as-typed';
alter table ticket_messages alter column markup set default 'as-typed';
alter table ticket_notes alter column markup set default 'as-typed';
alter table authorisations alter column markup set default 'as-typed';
