package report;

import change.ChangeSet;
import change.Operation;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** The three counts that GitLab's merge request widget reads; what is made anew is created and deleted. */
final class TerraformReport {
    private TerraformReport() {}

    static String of(ChangeSet set) {
        long replaced = set.count(Operation.REPLACE);
        return JsonNodeFactory.instance
                        .objectNode()
                        .put("create", set.count(Operation.CREATE) + replaced)
                        .put("update", set.count(Operation.UPDATE) + set.count(Operation.PROTECTION))
                        .put("delete", set.count(Operation.DELETE) + replaced)
                        .toString()
                + "\n";
    }
}
