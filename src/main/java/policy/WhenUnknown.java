package policy;

/** What becomes of a rule that needs a value which only a run will know. */
public enum WhenUnknown {
    /** A finding at the rule's own level: what cannot be judged is not let through. */
    OWN_LEVEL,
    /** A finding that is only shown. */
    ADVISORY,
    /** The rule is not applicable, with the reason; only for what another rule or a later run judges anyway. */
    NOT_APPLICABLE
}
