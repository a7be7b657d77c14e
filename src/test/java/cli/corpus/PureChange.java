package cli.corpus;

import difference.Difference;
import facility.Environment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import stacks.CheckedFacility;

/**
 * What the pure step says that a case changes.
 *
 * @param checked the declaration with the case in it
 */
record PureChange(CheckedFacility checked, Difference difference) {
    /** @param folder for a project that holds nothing but the environment's file, the charts and the policies */
    static PureChange of(Case one, Path folder) {
        return of(List.of(one), folder);
    }

    static PureChange of(List<Case> cases, Path folder) {
        var before = cli.RenderedObjects.of(declared(List.of(), folder));
        var checked = declared(cases, folder);
        return new PureChange(checked, Difference.between(before, cli.RenderedObjects.of(checked)));
    }

    static CheckedFacility declared(List<Case> cases, Path folder) {
        try {
            for (String shared : List.of("charts", "policies")) {
                if (!Files.exists(folder.resolve(shared))) {
                    Files.createSymbolicLink(
                            folder.resolve(shared), Path.of(shared).toAbsolutePath());
                }
            }
            Path file = Path.of("Pulumi.dev.yaml");
            Files.writeString(
                    folder.resolve(file),
                    Overlay.of(
                            file,
                            Stream.concat(Stream.of(Case.base()), cases.stream())
                                    .toList()));
            return CheckedFacility.read(folder, Environment.DEV, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
