package policy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The exceptions of one environment, on one day. */
public final class Leases {
    /** Two weeks: a sprint's time to mend it, or to ask for more. */
    static final int WARNING_DAYS = 14;

    private final List<Lease> all;
    private final LocalDate today;

    private Leases(List<Lease> all, LocalDate today) {
        this.all = List.copyOf(all);
        this.today = today;
    }

    public static Leases none() {
        return new Leases(List.of(), LocalDate.MIN);
    }

    public static Leases of(List<Lease> all, Clock clock) {
        return new Leases(all, LocalDate.now(clock));
    }

    public List<Lease> all() {
        return all;
    }

    LocalDate today() {
        return today;
    }

    /** The lease for this very resource: some exceptions are given by name only. */
    public Optional<Lease> naming(String rule, String title) {
        return all.stream()
                .filter(lease -> lease.holdsOn(today)
                        && lease.rule().equals(rule)
                        && lease.resource().equals(title))
                .findFirst();
    }

    /** The lease that lets through what a rule finds at a resource; one that has ended lets nothing through. */
    public Optional<Lease> covering(String rule, String title) {
        return all.stream()
                .filter(lease -> lease.holdsOn(today) && lease.covers(rule, title))
                .findFirst();
    }
}
