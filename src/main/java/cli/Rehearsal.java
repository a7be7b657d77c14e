package cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import toolchain.ToolchainException;

/** The play: what a team does in a week, in ten minutes. Each act says what has to come of it. */
final class Rehearsal {
    private static final String SOAK = "--override soak='a rehearsal has no day to wait'";
    private static final String HUB = "  facility:hub:\n";

    private final Stage stage;

    Rehearsal(Stage stage) {
        this.stage = stage;
    }

    void play() {
        first();
        change();
        drift();
        back();
        stage.say("the rehearsal ended well");
    }

    private void first() {
        stage.say("# dev comes up; what ran is a release");
        expect(stage.facility(0, "up dev --yes"), "release:     dev#1");
        stage.say("# it has not run for a day: it may not go on without a reason");
        expect(stage.facility(4, "promote dev prod --yes"), "soak: it ran");
        stage.say("# with one, prod is made from the release's own commit");
        expect(stage.facility(0, "promote dev prod --yes " + SOAK), "prod is at dev#1");
        stage.say("# nothing is left to do");
        expect(stage.facility(0, "preview prod"), "no changes in");
    }

    private void change() {
        stage.say("# a change is made in both environments, and shown");
        insert("Pulumi.dev.yaml");
        insert("Pulumi.prod.yaml");
        stage.shell("git commit --quiet --all --message 'Let users have four named servers'");
        expect(stage.facility(0, "preview dev"), "jupyterhub");
        expect(stage.facility(0, "up dev --yes"), "release:     dev#2");
        stage.say("# the plan is a file: it is approved, and then applied");
        expect(stage.facility(0, "promote dev prod --plan .facility/plan.json " + SOAK), "is in ");
        expect(stage.facility(0, "apply prod .facility/plan.json --yes"), "prod is at dev#2");
        stage.say("# it was for one state: a second time it is refused");
        expect(stage.facility(4, "apply prod .facility/plan.json --yes"), "the state: serial");
    }

    private void drift() {
        stage.say("# somebody changes prod by hand, and it is found");
        stage.shell("kubectl --kubeconfig \"$(./facility twin kubeconfig prod)\" --namespace jupyterhub"
                + " scale deployment proxy --replicas=2");
        expect(stage.facility(0, "preview prod"), "proxy");
    }

    private void back() {
        stage.say("# prod goes back to what it ran before; what was changed by hand goes, too");
        expect(stage.facility(0, "rollback prod --yes"), "prod is at dev#1");
        expect(stage.facility(0, "releases prod"), "prod#3");
    }

    /** The same value in both: no difference that the ledger would have to declare. */
    private void insert(String name) {
        Path file = stage.file(name);
        try {
            String text = Files.readString(file);
            if (!text.contains(HUB)) {
                throw new ToolchainException("the rehearsal finds no facility:hub in " + name);
            }
            Files.writeString(file, text.replace(HUB, HUB + "    namedServers: 4\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void expect(String said, String words) {
        if (!said.contains(words)) {
            throw new ToolchainException("the rehearsal failed: nothing above says \"" + words + "\"");
        }
    }
}
