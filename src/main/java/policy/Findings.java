package policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where a rule says what it finds: all of it, not only the first. */
public final class Findings {
    private final List<Finding> broken = new ArrayList<>();
    private final List<Finding> notes = new ArrayList<>();
    private String notApplicable;

    /** The rule is broken. */
    public void add(Resource resource, String what, String value, String limit, String mend) {
        broken.add(new Finding(resource.title(), resource.urn(), what, value, limit, mend));
    }

    /** The rule is broken by all resources together. */
    public void add(String subject, String what, String value, String limit, String mend) {
        broken.add(new Finding(subject, "", what, value, limit, mend));
    }

    /** To be shown; stops nothing, whatever the rule's level. */
    public void note(String subject, String what, String value, String limit, String mend) {
        notes.add(new Finding(subject, "", what, value, limit, mend));
    }

    /** The rule has nothing to say here, and why. */
    public void notApplicable(String reason) {
        notApplicable = reason;
    }

    public List<Finding> broken() {
        return List.copyOf(broken);
    }

    public List<Finding> notes() {
        return List.copyOf(notes);
    }

    public Optional<String> reasonNotApplicable() {
        return Optional.ofNullable(notApplicable);
    }
}
