-- The truth. Everything else in .kb/ can be made again from these tables and the original files.

CREATE TABLE meta (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

CREATE TABLE documents (
    id         TEXT PRIMARY KEY,
    type       TEXT NOT NULL,
    number     TEXT NOT NULL,
    number_key TEXT NOT NULL,          -- the number folded for comparison: 37-qd-tw
    title      TEXT NOT NULL,
    issuer     TEXT NOT NULL,
    signer     TEXT NOT NULL,
    date       TEXT,                   -- ISO; NULL where the file gives none
    edition    TEXT NOT NULL,
    source     TEXT NOT NULL,
    aliases    TEXT NOT NULL,          -- JSON list
    doubts     TEXT NOT NULL,          -- JSON list of [field, how sure]
    text       TEXT NOT NULL,
    pages      TEXT NOT NULL,          -- JSON list of offsets
    removed    TEXT NOT NULL,          -- JSON list of [text, reason, page]
    parent     TEXT NOT NULL,
    place      TEXT NOT NULL,
    capacity   TEXT NOT NULL,
    recipients TEXT NOT NULL,          -- JSON list
    reader     TEXT NOT NULL,          -- what read the letters
    sureness   TEXT NOT NULL,          -- JSON list: of each page from 0 to 1, null where not recognised
    notes      TEXT NOT NULL,          -- JSON list of sentences
    fields     TEXT NOT NULL,          -- JSON list of [field, start, end, confidence]
    suspects   TEXT NOT NULL,          -- JSON list of [start, end]
    revision   INTEGER NOT NULL        -- of the commit that wrote this row
) STRICT;
CREATE INDEX documents_number ON documents (number_key);

CREATE TABLE files (
    path     TEXT PRIMARY KEY,         -- absolute; of a file in a ZIP the ZIP's path comes first
    root     TEXT NOT NULL,            -- the folder or file the person named
    sha256   TEXT NOT NULL,
    size     INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL,
    read_by  INTEGER NOT NULL,         -- version of the reading code
    document TEXT REFERENCES documents (id) ON DELETE SET NULL,
    reason   TEXT NOT NULL,            -- empty, or why the file was set aside
    retry    INTEGER NOT NULL,         -- 1: set aside for another file, which may go
    name     TEXT NOT NULL DEFAULT ''  -- the name a person knows it by; only ever shown
) STRICT;
CREATE INDEX files_document ON files (document);
CREATE INDEX files_sha256 ON files (sha256);

-- What a person says against the reading of a file; it outlives every reading of the same bytes.
CREATE TABLE corrections (
    sha256 TEXT NOT NULL,
    field  TEXT NOT NULL,              -- of the metadata, or font_code
    value  TEXT NOT NULL,              -- as typed
    made   TEXT NOT NULL,              -- ISO time
    PRIMARY KEY (sha256, field)
) STRICT, WITHOUT ROWID;

CREATE TABLE provisions (
    document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    ordinal  INTEGER NOT NULL,
    address  TEXT NOT NULL,
    path     TEXT NOT NULL,            -- JSON list
    heading  TEXT NOT NULL,
    start    INTEGER NOT NULL,
    "end"    INTEGER NOT NULL,
    PRIMARY KEY (document, ordinal)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX provisions_address ON provisions (document, address);

CREATE TABLE citations (
    document       TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    ordinal        INTEGER NOT NULL,
    text           TEXT NOT NULL,
    start          INTEGER NOT NULL,
    "end"          INTEGER NOT NULL,
    full_start     INTEGER NOT NULL,
    full_end       INTEGER NOT NULL,
    sentence_start INTEGER NOT NULL,
    sentence_end   INTEGER NOT NULL,
    type           TEXT NOT NULL,
    number         TEXT NOT NULL,
    symbol         TEXT NOT NULL,
    date           TEXT,
    year           INTEGER,
    issuer         TEXT NOT NULL,
    plenum         TEXT NOT NULL,
    name           TEXT NOT NULL,
    back           TEXT NOT NULL,
    key            TEXT NOT NULL,      -- under which it meets the documents it can mean
    units          TEXT NOT NULL,      -- JSON list of lists, each from the largest unit down
    PRIMARY KEY (document, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX citations_key ON citations (key);

CREATE TABLE names (
    document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    key      TEXT NOT NULL,            -- a key under which citations name this document
    PRIMARY KEY (key, document)
) STRICT, WITHOUT ROWID;
CREATE INDEX names_document ON names (document);

-- Statements outlive their document: taking a replacement out must not make its victim look valid.
CREATE TABLE statements (
    acting     TEXT NOT NULL,          -- id of the document that says so
    path       TEXT NOT NULL,          -- of the file it was read from
    ordinal    INTEGER NOT NULL,
    relation   TEXT NOT NULL,
    target     TEXT NOT NULL,          -- JSON object: the citation of the document acted on
    target_key TEXT NOT NULL,
    at         TEXT NOT NULL,
    since      TEXT,
    confidence TEXT NOT NULL,
    evidence   TEXT NOT NULL,          -- JSON list
    checked    TEXT,
    sentence   TEXT NOT NULL,          -- of the acting document; empty for what a person entered
    start      INTEGER NOT NULL,
    "end"      INTEGER NOT NULL,
    acting_about TEXT NOT NULL,        -- JSON object: how to name the acting document once it is gone
    PRIMARY KEY (acting, path, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX statements_target ON statements (target_key);

CREATE TABLE passages (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,   -- never given out twice: the caches rely on it
    document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    address  TEXT NOT NULL,            -- of its provision; empty before the first one
    label    TEXT NOT NULL,            -- Quy định 22-QĐ/TW › Điều 8 › khoản 2
    context  TEXT NOT NULL,            -- titles above it, searched along with it
    start    INTEGER NOT NULL,
    "end"    INTEGER NOT NULL,
    hash     TEXT NOT NULL,            -- of context and text: the key of its vector
    words    TEXT NOT NULL,            -- segmented words; empty past the first 500,000 letters
    revision INTEGER NOT NULL
) STRICT;
CREATE INDEX passages_document ON passages (document);
CREATE INDEX passages_hash ON passages (hash);
CREATE INDEX passages_revision ON passages (revision);

CREATE TABLE removed_passages (
    id       INTEGER PRIMARY KEY,
    revision INTEGER NOT NULL
) STRICT;

CREATE TABLE vectors (
    model  TEXT NOT NULL,
    hash   TEXT NOT NULL,
    vector BLOB NOT NULL,              -- float32, little-endian, length 1
    PRIMARY KEY (model, hash)
) STRICT;

CREATE TABLE runs (
    id        INTEGER PRIMARY KEY,
    started   TEXT NOT NULL,
    finished  TEXT,                    -- NULL: interrupted
    roots     TEXT NOT NULL,           -- JSON list
    report    TEXT NOT NULL            -- JSON object of counts
) STRICT;
