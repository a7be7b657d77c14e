package posting;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The comments at one merge request, by its host's own calls. */
interface Comments {
    /** A comment's id, and where it is shown. */
    record Comment(String id, Optional<URI> address) {}

    /** Those that begin with the marker and that we have written, the oldest first; every page is read. */
    List<Comment> find(Marker marker);

    /** Empty when the answer is lost, so that it may be there or not. */
    Optional<Comment> create(String text);

    /** False when it is no longer there. */
    boolean edit(Comment comment, String text);

    void delete(Comment comment);

    /** Writes the one comment with the marker: edits what is there, and leaves no second one standing. */
    default Posted stick(Marker marker, String text) {
        while (true) {
            List<Comment> ours = find(marker);
            if (!ours.isEmpty() && edit(ours.get(0), text)) {
                // Two jobs at once may have made one each; what the other says would never be renewed.
                ours.subList(1, ours.size()).forEach(this::delete);
                return new Posted(Posted.Change.EDITED, ours.get(0).address());
            }
            var made = create(text);
            if (made.isPresent()) {
                return new Posted(Posted.Change.CREATED, made.get().address());
            }
        }
    }
}
