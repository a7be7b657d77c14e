package toolchain;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds or makes the programs of this product, in this order: a fitting version on PATH, what was built before, a build
 * from the pinned Go modules.
 */
public final class Toolchain {
    private static final Pattern VERSION = Pattern.compile("v?(\\d+)\\.(\\d+)\\.(\\d+)");

    private final Path root;
    private final Cache cache;
    private final Progress progress;
    private final Map<Program, Resolved> known = new EnumMap<>(Program.class);

    public Toolchain(Path root, Cache cache, Progress progress) {
        this.root = root;
        this.cache = cache;
        this.progress = progress;
    }

    /**
     * The program, built when it has to be.
     *
     * @throws ToolchainException when Go is missing or the build fails
     */
    public Resolved resolve(Program program) {
        return known.computeIfAbsent(program, this::findOrBuild);
    }

    /** The program if it is there already; never builds. For {@code facility doctor}. */
    public Optional<Resolved> find(Program program) {
        return onPath(program).or(() -> inCache(program, Resolved.Origin.CACHE));
    }

    /** Whether what is missing can be built here. */
    public boolean canBuild() {
        return PathLookup.find("go").isPresent();
    }

    public String wantedVersion(Program program) {
        return program.version(root);
    }

    /** The CustomResourceDefinitions that OKD has and a bare control plane lacks, one file each. */
    public List<Path> customResources() {
        return new CustomResources(root, cache).files();
    }

    /** A line about them for a person: how many, and where they are or that they are still to be fetched. */
    public String describeCustomResources() {
        var resources = new CustomResources(root, cache);
        return resources.count() + " of OpenShift, Prometheus operator, Rook, Traefik, GPU operator and snapshots, "
                + resources
                        .found()
                        .map(folder -> "fetched: " + folder)
                        .orElse("not there yet: the first run fetches them");
    }

    private Resolved findOrBuild(Program program) {
        return find(program)
                .orElseGet(() -> cache.locked(program.command(), () -> inCache(program, Resolved.Origin.CACHE)
                        .orElseGet(() -> build(program))));
    }

    private Resolved build(Program program) {
        Path target = cache.program(root, program);
        progress.during("building " + program.command() + " " + program.version(root), () -> {
            new GoBuild(root).into(program, target);
            return target;
        });
        return inCache(program, Resolved.Origin.BUILT)
                .orElseThrow(() ->
                        new ToolchainException("the build of " + program.command() + " left no program in " + target));
    }

    private Optional<Resolved> inCache(Program program, Resolved.Origin origin) {
        Path path = cache.program(root, program);
        return Files.isExecutable(path)
                ? Optional.of(new Resolved(program, path, program.version(root), origin))
                : Optional.empty();
    }

    private Optional<Resolved> onPath(Program program) {
        return program.versionArguments()
                .flatMap(arguments -> PathLookup.find(program.command()).flatMap(path -> reported(path, arguments)
                        .filter(version -> fits(version, program.version(root)))
                        .map(version -> new Resolved(program, path, version, Resolved.Origin.PATH))));
    }

    private Optional<String> reported(Path path, List<String> arguments) {
        var words = new java.util.ArrayList<>(List.of(path.toString()));
        words.addAll(arguments);
        var match = VERSION.matcher(Command.run(root, Map.of("PULUMI_SKIP_UPDATE_CHECK", "true"), words)
                .output());
        return match.find() ? Optional.of(match.group().replace("v", "")) : Optional.empty();
    }

    /** The same major and minor release: upstream's patch releases keep flags and wire formats. */
    static boolean fits(String found, String wanted) {
        var a = VERSION.matcher(found);
        var b = VERSION.matcher(wanted);
        return a.find()
                && b.find()
                && a.group(1).equals(b.group(1))
                && a.group(2).equals(b.group(2));
    }
}
