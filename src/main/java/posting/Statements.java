package posting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a host is told, one after the other: one that fails takes none of the others with it. */
final class Statements {
    private final List<String> faults = new ArrayList<>();
    private boolean ended;

    /** Says it, unless nothing can be said any more. */
    void say(Runnable statement) {
        if (ended) {
            return;
        }
        try {
            statement.run();
        } catch (PostingException failure) {
            faults.addAll(failure.faults());
            ended = failure.endsTheRun();
        }
    }

    /**
     * The text, if the host takes that much. If not, the table alone and why: nothing is cut out of a report blindly, and
     * the comment of before is not left standing.
     */
    String fitting(Review review, String host, int limit) {
        String whole = CommentText.of(review);
        int bytes = Host.bytes(whole);
        if (bytes <= limit) {
            return whole;
        }
        String why = "has " + bytes + " bytes, and a comment on " + host + " may have " + limit;
        faults.add("comment: " + why + "; only its table was posted; render the report for " + host
                + ", which leaves out whole sections");
        return CommentText.of(review.saying("The report " + why + ". It is whole among the job's artefacts.\n"));
    }

    Posted orThrow(Optional<Posted> posted) {
        if (!faults.isEmpty() || posted.isEmpty()) {
            throw PostingException.all(faults);
        }
        return posted.get();
    }
}
