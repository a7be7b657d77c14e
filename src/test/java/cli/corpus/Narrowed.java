package cli.corpus;

import change.ChangeSet;
import change.Danger;
import change.Notice;
import change.Operation;
import change.Origin;
import change.ResourceChange;
import change.Verdict;
import com.fasterxml.jackson.databind.node.TextNode;
import difference.FieldChange;
import difference.ObjectChange;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import preview.DeclaredPreview;

/** One case's part of a run that told several at once: the objects and fields that the pure step says are its own. */
final class Narrowed {
    private Narrowed() {}

    static ChangeSet of(ChangeSet all, PureChange pure) {
        var own = new TreeMap<String, ObjectChange>();
        pure.difference()
                .changes()
                .forEach(change ->
                        own.put(change.object().type() + "::" + change.object().name(), change));
        var changes = all.changes().stream()
                .filter(change -> own.containsKey(change.type() + "::" + change.name()))
                .map(change -> narrowed(change, own.get(change.type() + "::" + change.name())))
                .toList();
        var dangers = DeclaredPreview.of(pure.difference()).dangers();
        boolean refused = changes.stream().anyMatch(ResourceChange::refused);
        return new ChangeSet(
                new Origin("dev", Origin.Basis.CLUSTER, "twin/dev", "", false, Map.of(), 0, "at a time"),
                refused ? Verdict.REFUSED : changes.isEmpty() ? Verdict.NO_CHANGES : Verdict.CHANGES,
                refused ? 4 : 0,
                changes,
                List.of(),
                all.dangers().stream().filter(danger -> isOne(danger, dangers)).toList(),
                all.policies().stream()
                        .filter(result -> own.values().stream().anyMatch(change -> result.message()
                                .contains(change.object().title())))
                        .toList(),
                List.of(),
                List.<Notice>of(),
                List.of(),
                Map.of(),
                0);
    }

    /** The cluster adds to a danger's words, such as what is in use; slices are lost by no object. */
    private static boolean isOne(Danger danger, List<Danger> pure) {
        return pure.stream()
                .anyMatch(own -> own.rule().equals(danger.rule())
                        && own.resource().equals(danger.resource())
                        && danger.what().startsWith(own.what()));
    }

    private static ResourceChange narrowed(ResourceChange change, ObjectChange own) {
        var paths = own.fields().stream().map(FieldChange::path).collect(Collectors.toSet());
        return new ResourceChange(
                change.operation(),
                change.stack(),
                change.type(),
                change.name(),
                change.wasProtected(),
                change.isProtected(),
                change.properties().stream()
                        .filter(field -> change.operation() != Operation.UPDATE || paths.contains(field.path()))
                        .map(Narrowed::withoutChecksum)
                        .toList(),
                change.replaceReasons(),
                change.before(),
                change.after());
    }

    /** It sums up all cases of the run. */
    private static FieldChange withoutChecksum(FieldChange field) {
        boolean checksum = field.path().contains("checksum/")
                || field.path().equals("digest")
                || field.path().startsWith("covered");
        return checksum
                ? new FieldChange(
                        field.path(), Optional.of(new TextNode("(before)")), Optional.of(new TextNode("(after)")))
                : field;
    }
}
