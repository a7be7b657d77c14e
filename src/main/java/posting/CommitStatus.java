package posting;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The line at a commit. Danger does not fail it: a person decides on that, and a status cannot be decided on.
 *
 * @param failed the host's word for it
 */
record CommitStatus(String nameField, String failed, int longestDescription) {
    /** GitLab refuses longer ones. */
    private static final int LONGEST_ADDRESS = 255;

    Map<String, String> fields(Review review, Optional<URI> comment) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("state", review.passed() ? "success" : failed);
        fields.put(nameField, "facility/" + review.project() + "/" + String.join(",", review.environments()));
        fields.put("description", description(review));
        comment.map(URI::toString)
                .filter(address -> address.length() <= LONGEST_ADDRESS)
                .ifPresent(address -> fields.put("target_url", address));
        return fields;
    }

    private String description(Review review) {
        String head = CommentText.headline(review);
        String each = review.rows().stream()
                .map(row -> row.environment() + ": " + row.verdict())
                .collect(Collectors.joining(", ", head + " (", ")"));
        if (each.length() <= longestDescription) {
            return each;
        }
        return head.length() <= longestDescription ? head : "see the comment";
    }
}
