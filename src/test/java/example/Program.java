package example;

import com.pulumi.Pulumi;
import com.pulumi.resources.Stash;
import com.pulumi.resources.StashArgs;

/** A project without a cluster: two values that the engine keeps by itself. */
public final class Program {
    private Program() {}

    public static void main(String[] args) {
        Pulumi.run(context -> {
            var yes = new Stash("yes", StashArgs.builder().input(true).build());
            var no = new Stash("no", StashArgs.builder().input(false).build());
            context.export("yes", yes.output());
            context.export("no", no.output());
        });
    }
}
