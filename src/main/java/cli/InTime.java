package cli;

import facility.Facility;
import java.time.Instant;
import java.time.ZoneId;
import promotion.BoundPlan;
import promotion.Readiness;
import target.RefusedException;

/** Whether a plan may be applied at this hour. */
final class InTime {
    private InTime() {}

    /** @throws RefusedException before it was made, by whichever clock, and after its end */
    static void requireGood(BoundPlan plan, Instant now) {
        if (now.isBefore(Instant.parse(plan.made()).minus(Readiness.CLOCK_SKEW))) {
            throw new RefusedException("the plan was made at " + plan.made()
                    + ", which is in the future of this machine's clock (" + now
                    + "): set the clock that is wrong; nothing was changed");
        }
        if (!now.isBefore(Instant.parse(plan.expires()))) {
            throw new RefusedException("the plan was good until " + plan.expires() + ", and it is " + now
                    + "; make it anew with: facility promote " + plan.from() + " " + plan.environment()
                    + " --plan FILE; nothing was changed");
        }
    }

    /** @throws RefusedException outside of the hours that the environment has for promotions, but for a reason */
    static void requireOpenWindow(BoundPlan plan, Facility facility, Instant now) {
        var zone = ZoneId.of(facility.hub().timeZone());
        var window = facility.promotion().window();
        if (window.isPresent()
                && !window.get().isOpen(now, zone)
                && !plan.overrides().containsKey("window")) {
            throw new RefusedException(plan.environment() + " is changed only " + window.get() + " (" + zone
                    + "); the window opens next at " + window.get().nextOpening(now, zone)
                    + "; wait, or make a plan with a reason: --override window=REASON; nothing was changed");
        }
    }
}
