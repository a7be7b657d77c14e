package checklist;

/** Something that can be looked at before an upgrade. */
interface Check {
    /** A stable name, for machines. */
    String id();

    /** Looks; changes nothing. */
    Item look(Subject subject);
}
