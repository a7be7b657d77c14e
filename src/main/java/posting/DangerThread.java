package posting;

import java.util.List;

/**
 * The thread that is open while there is danger, so that a project whose threads must be resolved does not merge unseen.
 * Whoever resolves it has looked at the dangers of one commit; another commit's, or others, open it again.
 */
final class DangerThread {
    private final GitLabDiscussions discussions;

    DangerThread(GitLabDiscussions discussions) {
        this.discussions = discussions;
    }

    void settle(Review review) {
        if (review.dangerous()) {
            open(review);
        } else if (!review.failed()) {
            discussions.threads(Marker.ofThread(review)).forEach(thread -> close(thread, CommentText.noDanger(review)));
        }
        // After a failed preview nobody knows whether the danger is gone.
    }

    private void open(Review review) {
        String text = CommentText.danger(review);
        while (true) {
            List<GitLabDiscussions.Resolvable> threads = discussions.threads(Marker.ofThread(review));
            if (!threads.isEmpty() && (threads.get(0).text().equals(text) || reopen(threads.get(0), text))) {
                return;
            }
            if (discussions.open(text).isPresent()) {
                return;
            }
        }
    }

    /** Opens before it edits: cut off between the two, the next run does both again. */
    private boolean reopen(GitLabDiscussions.Resolvable thread, String text) {
        if (thread.resolved()) {
            discussions.resolve(thread, false);
        }
        return discussions.edit(thread.note(), text);
    }

    private void close(GitLabDiscussions.Resolvable thread, String text) {
        if (!thread.text().equals(text)) {
            discussions.edit(thread.note(), text);
        }
        if (!thread.resolved()) {
            discussions.resolve(thread, true);
        }
    }
}
