package posting;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** The merge request, or pull request, that this run of CI is for. */
public interface Host {
    /** Longer than a secondary limit of GitHub lasts, shorter than a job. */
    Duration PATIENCE = Duration.ofMinutes(10);

    /**
     * The host that a CI job's variables name.
     *
     * @throws HostSettingsException with every fault of the variables at once
     */
    static Host of(Map<String, String> environment) {
        return of(environment, new Patience(PATIENCE, Clock.systemUTC(), Patience.SLEEPING));
    }

    static Host of(Map<String, String> environment, Patience patience) {
        var variables = new Variables(environment);
        return variables.isGitLab() ? GitLabNotes.of(variables, patience) : GitHubComments.of(variables, patience);
    }

    /** Who it is, for messages. */
    String name();

    /** How many bytes of UTF-8 a comment may have; a host that counts characters takes no fewer. */
    int limit();

    /** How many bytes are left for a body of this review, whatever body it has. */
    default int room(Review review) {
        return limit() - bytes(CommentText.of(review.saying(""))) - 1;
    }

    /**
     * Puts the review there: the comment of before is overwritten, also by a failed review.
     *
     * @throws PostingException with all that could not be said; the rest was said
     */
    Posted post(Review review);

    static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
