package posting;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.Optional;

/**
 * A merge request and the pipeline that runs for it, which may be in a fork.
 *
 * @param target the project that the merge request is in
 * @param number the merge request's {@code iid}
 * @param page where people read it
 * @param project the project that the pipeline is in
 */
record GitLabMergeRequest(
        String target, String number, Optional<URI> page, String project, String commit, Optional<String> pipeline) {
    GitLabMergeRequest {
        requireNonNull(target, "target is null");
        requireNonNull(number, "number is null");
        requireNonNull(page, "page is null");
        requireNonNull(project, "project is null");
        requireNonNull(commit, "commit is null");
        requireNonNull(pipeline, "pipeline is null");
    }

    String path() {
        return "/projects/" + target + "/merge_requests/" + number;
    }

    Optional<URI> address(String note) {
        return page.map(request -> URI.create(request + "#note_" + note));
    }
}
