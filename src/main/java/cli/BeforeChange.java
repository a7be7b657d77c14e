package cli;

import engine.Changes;
import java.util.function.Supplier;
import target.NoClusterException;
import target.RefusedException;

/**
 * What a command that brings a release somewhere looks at before it changes anything. To a command that only looks, a
 * cluster that does not answer is a failure; here it is a refusal: nothing is half done, and nothing is lost by waiting.
 *
 * @param again how to go on once the cluster answers
 */
record BeforeChange(String again) {
    /** @throws RefusedException also when a cluster does not answer */
    <T> T look(Supplier<T> looks) {
        try {
            return looks.get();
        } catch (NoClusterException silent) {
            throw refusal(silent.getMessage());
        }
    }

    /**
     * What a preview found, if it could ask.
     *
     * @throws NoClusterException when the cluster did not answer its program: nothing can be said of it
     */
    static Changes answered(Changes preview) {
        preview.clusterSilent().ifPresent(silent -> {
            throw new NoClusterException(silent);
        });
        return preview;
    }

    /** @param silent which cluster does not answer, and what it said instead */
    RefusedException refusal(String silent) {
        return new RefusedException(
                silent + "; nothing was changed, recorded, announced or pinned; once it answers: " + again);
    }
}
