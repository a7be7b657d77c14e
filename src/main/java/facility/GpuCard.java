package facility;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The GPU cards that the facility knows. Profiles are those of NVIDIA's go-nvml tables (compute slices of 7, memory
 * slices of 8; the A30 has 4 and 4), device identifiers those of mig-parted's default configuration.
 */
public enum GpuCard implements Keyed {
    A100_40GB(
            "A100-40GB",
            "NVIDIA-A100-SXM4-40GB",
            40_960,
            7,
            8,
            List.of("0x20B010DE", "0x20B110DE", "0x20F110DE", "0x20F610DE"),
            GpuCardProfiles.seven("5gb", "10gb", "20gb", "40gb")),
    A100_80GB(
            "A100-80GB",
            "NVIDIA-A100-SXM4-80GB",
            81_920,
            7,
            8,
            List.of("0x20B210DE", "0x20B510DE", "0x20F310DE", "0x20F510DE"),
            GpuCardProfiles.seven("10gb", "20gb", "40gb", "80gb")),
    H100_80GB(
            "H100-80GB",
            "NVIDIA-H100-80GB-HBM3",
            81_559,
            7,
            8,
            List.of("0x233010DE", "0x233110DE", "0x232210DE", "0x232410DE"),
            GpuCardProfiles.seven("10gb", "20gb", "40gb", "80gb")),
    H200_141GB(
            "H200-141GB",
            "NVIDIA-H200",
            143_771,
            7,
            8,
            List.of("0x233510DE", "0x233B10DE"),
            GpuCardProfiles.seven("18gb", "35gb", "71gb", "141gb")),
    B200_180GB(
            "B200-180GB",
            "NVIDIA-B200",
            183_359,
            7,
            8,
            List.of("0x290110DE"),
            GpuCardProfiles.seven("23gb", "45gb", "90gb", "180gb")),
    A30_24GB("A30-24GB", "NVIDIA-A30", 24_576, 4, 4, List.of("0x20B710DE"), GpuCardProfiles.a30()),
    /** Turing: no MIG. */
    T4("T4", "Tesla-T4", 15_360, 0, 0, List.of("0x1EB810DE"), List.of());

    private final String key;
    private final String product;
    private final int memoryMebibytes;
    private final int computeSlices;
    private final int memorySlices;
    private final List<String> deviceIds;
    private final List<MigProfile> profiles;

    GpuCard(
            String key,
            String product,
            int memoryMebibytes,
            int computeSlices,
            int memorySlices,
            List<String> deviceIds,
            List<MigProfile> profiles) {
        this.key = key;
        this.product = product;
        this.memoryMebibytes = memoryMebibytes;
        this.computeSlices = computeSlices;
        this.memorySlices = memorySlices;
        this.deviceIds = deviceIds;
        this.profiles = profiles;
    }

    /** As the declaration writes it: {@code A100-80GB}. */
    @Override
    public String key() {
        return key;
    }

    /** The node label {@code nvidia.com/gpu.product} that feature discovery gives. */
    public String product() {
        return product;
    }

    /** The node label {@code nvidia.com/gpu.memory}. */
    public int memoryMebibytes() {
        return memoryMebibytes;
    }

    public int computeSlices() {
        return computeSlices;
    }

    public int memorySlices() {
        return memorySlices;
    }

    /** PCI device and vendor, as a mig-parted {@code device-filter} takes them. */
    public List<String> deviceIds() {
        return deviceIds;
    }

    public boolean hasMig() {
        return !profiles.isEmpty();
    }

    /** In the order of their size. */
    public List<MigProfile> profiles() {
        return profiles;
    }

    public Optional<MigProfile> profile(String name) {
        return profiles.stream().filter(profile -> profile.name().equals(name)).findFirst();
    }

    /**
     * Whether one card can hold these slices at once, by profile name. The sums decide: compared exhaustively with the
     * placement at start slots, they agree in every set (MigLayoutTest).
     */
    public boolean holds(Map<String, Integer> slices) {
        int compute = 0;
        int memory = 0;
        int mediaEngines = 0;
        for (var slice : slices.entrySet()) {
            int count = slice.getValue();
            var profile = profile(slice.getKey());
            if (count < 0 || profile.isEmpty() || count > profile.get().max()) {
                return false;
            }
            compute += count * profile.get().compute();
            memory += count * profile.get().memory();
            mediaEngines += profile.get().mediaEngines() ? count : 0;
        }
        return compute <= computeSlices && memory <= memorySlices && mediaEngines <= 1;
    }
}
