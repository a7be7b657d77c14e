package cli;

/** Where a promotion's pin is committed. */
enum PinWhere {
    /** On a branch of its own. */
    BRANCH,
    /** On the branch that is checked out. */
    HERE
}
