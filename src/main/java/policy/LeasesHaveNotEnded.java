package policy;

import java.time.temporal.ChronoUnit;
import java.util.List;

/** Each exception is shown while it lives, named as ending for its last two weeks, and refused after its end. */
public final class LeasesHaveNotEnded implements StackRule {
    public static final String ID = "leases-have-not-ended";

    private final Leases leases;

    public LeasesHaveNotEnded(Leases leases) {
        this.leases = leases;
    }

    @Override
    public About about() {
        return About.mandatory(
                ID,
                "no exception outlives its last day",
                "an exception that nobody ends becomes the rule",
                "mend what it lets through and remove it, or agree on a later end with its owner");
    }

    /** How findings name a lease. */
    public static String subject(String rule, String resource) {
        return "lease of " + rule + " for " + resource;
    }

    @Override
    public void check(List<Resource> resources, Given given, Findings findings) {
        for (Lease lease : leases.all()) {
            String subject = subject(lease.rule(), lease.resource());
            long days = ChronoUnit.DAYS.between(leases.today(), lease.end());
            String whose = lease.owner() + ": " + lease.reason();
            if (days < 0) {
                findings.add(
                        subject,
                        "has ended",
                        lease.end().toString(),
                        "its last day was " + -days + (days == -1 ? " day ago" : " days ago") + " (" + whose + ")",
                        about().mend());
            } else if (days <= Leases.WARNING_DAYS) {
                findings.note(
                        subject,
                        "ends soon",
                        lease.end().toString(),
                        days + (days == 1 ? " day is" : " days are") + " left (" + whose + ")",
                        about().mend());
            } else {
                findings.note(
                        subject, "lets it through", "until " + lease.end(), whose, "remove it when it is not needed");
            }
        }
    }
}
