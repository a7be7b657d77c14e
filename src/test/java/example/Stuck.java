package example;

import policy.About;
import policy.Findings;
import policy.Given;
import policy.Resource;
import policy.ResourceRule;

/** A faulty rule: it never answers, or takes its process with it. */
final class Stuck implements ResourceRule {
    private final boolean dies;

    Stuck(boolean dies) {
        this.dies = dies;
    }

    @Override
    public About about() {
        return Packs.about("stuck", "every rule answers");
    }

    @Override
    public void check(Resource resource, Given given, Findings findings) {
        if (dies) {
            System.err.println("the pack has run out of memory");
            Runtime.getRuntime().halt(3);
        }
        while (!Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
        }
    }
}
