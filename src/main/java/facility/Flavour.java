package facility;

import static java.util.Objects.requireNonNull;

import facility.storage.CvmfsExec;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An environment that users start: an image with the resources it gets.
 *
 * @param enabled whether the hub offers it
 * @param jupyterhub the release of JupyterHub in the image, whose part the server is
 * @param size the named size of its servers; what follows is only for what differs from it
 * @param cpu the most cores it may use
 * @param cpuGuarantee the cores that are kept for it
 * @param memory the most bytes it may use
 * @param memoryGuarantee the bytes that are kept for it
 * @param gpu what it asks for of GPUs, by {@link GpuResource}: the MIG profile of its slice, a whole card or a share
 * @param gpuService the service with GPUs that it computes on instead, outside the cluster
 * @param environment what its processes find in their environment; never a secret
 * @param homeMountPath where the user's home is mounted, if aside: such a server mounts nothing but the home
 * @param defaultUrl the page that it opens with, if not the image's own: {@code /terminals/1}
 * @param startTimeout how long it may take to start, if not as long as every other
 * @param groups who sees it, if not all groups of its collaboration
 * @param cvmfsExec CVMFS in its own servers, in place of the node plugin's
 * @param dask the name under which Dask clusters may run in its image, if they may
 */
public record Flavour(
        String name,
        String displayName,
        boolean enabled,
        Image image,
        Version jupyterhub,
        Optional<String> size,
        Optional<Quantity> cpu,
        Optional<Quantity> cpuGuarantee,
        Optional<Quantity> memory,
        Optional<Quantity> memoryGuarantee,
        Optional<String> gpu,
        Optional<String> gpuService,
        Map<String, String> environment,
        Optional<String> homeMountPath,
        Optional<String> defaultUrl,
        Optional<Duration> startTimeout,
        Optional<List<String>> groups,
        Optional<CvmfsExec> cvmfsExec,
        Optional<String> dask)
        implements Named {
    public Flavour {
        requireNonNull(name, "name is null");
        requireNonNull(displayName, "displayName is null");
        requireNonNull(image, "image is null");
        requireNonNull(jupyterhub, "jupyterhub is null");
        requireNonNull(size, "size is null");
        requireNonNull(cpu, "cpu is null");
        requireNonNull(cpuGuarantee, "cpuGuarantee is null");
        requireNonNull(memory, "memory is null");
        requireNonNull(memoryGuarantee, "memoryGuarantee is null");
        requireNonNull(gpu, "gpu is null");
        requireNonNull(gpuService, "gpuService is null");
        environment = Collections.unmodifiableMap(new TreeMap<>(environment));
        requireNonNull(homeMountPath, "homeMountPath is null");
        requireNonNull(defaultUrl, "defaultUrl is null");
        requireNonNull(startTimeout, "startTimeout is null");
        groups = groups.map(List::copyOf);
        requireNonNull(cvmfsExec, "cvmfsExec is null");
        requireNonNull(dask, "dask is null");
    }

    /** Whether it differs from its size, or has none. */
    public boolean hasOwnAmounts() {
        return cpu.isPresent() || cpuGuarantee.isPresent() || memory.isPresent() || memoryGuarantee.isPresent();
    }

    /** Its amounts over those of a size; empty if one is in neither. */
    Optional<Size> over(Optional<Size> named) {
        var most = cpu.or(() -> named.map(Size::cpu));
        var kept = cpuGuarantee.or(() -> named.map(Size::cpuGuarantee));
        var mostBytes = memory.or(() -> named.map(Size::memory));
        var keptBytes = memoryGuarantee.or(() -> named.map(Size::memoryGuarantee));
        return most.isEmpty() || kept.isEmpty() || mostBytes.isEmpty() || keptBytes.isEmpty()
                ? Optional.empty()
                : Optional.of(new Size(size.orElse(name), most.get(), kept.get(), mostBytes.get(), keptBytes.get()));
    }

    /** The same flavour with one more variable in its environment. */
    Flavour with(String variable, String value) {
        var more = new TreeMap<>(environment);
        more.put(variable, value);
        return new Flavour(
                name,
                displayName,
                enabled,
                image,
                jupyterhub,
                size,
                cpu,
                cpuGuarantee,
                memory,
                memoryGuarantee,
                gpu,
                gpuService,
                more,
                homeMountPath,
                defaultUrl,
                startTimeout,
                groups,
                cvmfsExec,
                dask);
    }
}
