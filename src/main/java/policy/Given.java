package policy;

/** What a rule is asked with: the run, and the rule's own settings, defaults filled in. */
public record Given(Run run, RuleSettings settings) {}
