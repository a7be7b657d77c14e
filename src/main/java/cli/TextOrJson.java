package cli;

/** How a command prints what it found: for a person, or by the schema that its help names. */
enum TextOrJson {
    TEXT,
    JSON
}
