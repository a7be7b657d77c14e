package cli;

import change.ChangeSet;
import change.ChangeSetJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A preview that was kept as JSON, or the want of it: a job that died before it could write says so at the merge request.
 *
 * @param environment the one that the preview is of, or that its file is named after
 * @param fault why there is none
 */
record KeptPreview(String environment, Optional<ChangeSet> set, String fault) {
    static KeptPreview read(Path file) {
        try {
            var set = ChangeSetJson.read(Files.readString(file));
            return new KeptPreview(set.origin().environment(), Optional.of(set), "");
        } catch (JsonProcessingException wrong) {
            return none(file, "what the preview left is no report (" + wrong.getOriginalMessage() + ")");
        } catch (IOException unreadable) {
            return none(file, "the preview left no report");
        }
    }

    private static KeptPreview none(Path file, String fault) {
        String name = String.valueOf(file.getFileName());
        int dot = name.indexOf('.');
        return new KeptPreview(dot < 0 ? name : name.substring(0, dot), Optional.empty(), fault);
    }
}
