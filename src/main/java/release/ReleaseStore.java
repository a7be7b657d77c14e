package release;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import engine.EngineFailedException;
import engine.KeptOutputs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import target.RefusedException;

/**
 * Where an environment's releases are kept: outputs of an engine stack beside the environment's own, in whatever backend
 * its state is. {@code pulumi stack output --stack releases-dev} reads them, too.
 */
public final class ReleaseStore {
    /** Older ones are dropped; a year of weekly promotions is 52. */
    static final int KEPT = 200;

    /** Two runs that end at once write one after the other; more than this is not two runs. */
    private static final int TRIES = 5;

    private final String environment;
    private final KeptOutputs stack;
    private final Optional<TrustedKeys> keys;

    /** @param keys whose signature each release must carry; empty where none is asked for */
    public ReleaseStore(String environment, KeptOutputs stack, Optional<TrustedKeys> keys) {
        this.environment = environment;
        this.stack = stack;
        this.keys = keys;
    }

    /**
     * All of them, the oldest first, each verified, and that none is missing between.
     *
     * @throws RefusedException when one was edited, or taken out
     * @throws EngineFailedException when the backend does not answer
     */
    public List<SignedRelease> all() {
        var releases = parse(stack.outputs());
        for (int i = 0; i < releases.size(); i++) {
            releases.get(i).verify(keys);
            if (i > 0) {
                requireFollows(releases.get(i - 1), releases.get(i).release());
            }
        }
        return releases;
    }

    /** The newest. */
    public Optional<SignedRelease> latest() {
        var releases = all();
        return releases.isEmpty() ? Optional.empty() : Optional.of(releases.get(releases.size() - 1));
    }

    private static void requireFollows(SignedRelease before, Release release) {
        if (!release.previous().equals(before.digest())
                || release.number() != before.release().number() + 1) {
            throw new RefusedException("release " + release.title() + " does not follow "
                    + before.release().title() + ": one between was taken out, or put in, by hand; restore the stack "
                    + "of releases from the backend's backup");
        }
    }

    private List<SignedRelease> parse(JsonNode outputs) {
        var releases = new ArrayList<SignedRelease>();
        for (JsonNode document : outputs.path("releases")) {
            try {
                releases.add(ReleaseJson.read(document));
            } catch (JsonProcessingException wrong) {
                throw new RefusedException("what is kept as a release of " + environment + " is none ("
                        + wrong.getOriginalMessage() + "); restore the stack of releases from the backend's backup");
            }
        }
        return releases;
    }

    /**
     * Adds what is made by a maker that is told the newest one; nothing is added where that comes to the same.
     *
     * @return what is the newest then
     */
    public SignedRelease add(Maker maker, Optional<SigningKey> key) {
        for (int i = 0; i < TRIES; i++) {
            var releases = new ArrayList<>(all());
            var newest = releases.isEmpty()
                    ? Optional.<SignedRelease>empty()
                    : Optional.of(releases.get(releases.size() - 1));
            Release made = maker.make(newest);
            if (newest.isPresent() && made.sameAs(newest.get().release())) {
                return newest.get();
            }
            var signed = SignedRelease.of(made, key);
            releases.add(signed);
            stack.write(outputs(releases.subList(Math.max(0, releases.size() - KEPT), releases.size())));
            if (parse(stack.outputs()).contains(signed)) {
                return signed;
            }
        }
        throw new EngineFailedException("the release of " + environment + " could not be recorded: others write to the"
                + " stack of releases at the same time; bring it up again");
    }

    private static ObjectNode outputs(List<SignedRelease> releases) {
        ObjectNode outputs = ReleaseJson.JSON.createObjectNode();
        ArrayNode list = outputs.putArray("releases");
        releases.forEach(release -> list.add(ReleaseJson.write(release)));
        return outputs;
    }

    /** Makes a release that follows the newest. */
    public interface Maker {
        /**
         * Makes it.
         *
         * @param newest empty for the first of an environment
         */
        Release make(Optional<SignedRelease> newest);
    }
}
