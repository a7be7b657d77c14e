package stacks.monitoring;

import facility.Facility;
import facility.JupyterHub;
import facility.dask.CondorPool;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The pages of a facility: the hub, its GPUs, its storage and quotas, and what users see from outside. */
final class FacilityDashboards {
    private FacilityDashboards() {}

    static List<Dashboard> of(Facility facility, List<ProbeTarget> probed) {
        return List.of(hub(facility), gpu(facility), amounts(facility), outside(facility, probed));
    }

    private static Map<String, String> daskWaits(Facility facility) {
        return facility.dask().batch().flatMap(CondorPool::monitor).isPresent()
                ? Map.of("in the cluster", DaskRules.PENDING, "in the batch system", DaskRules.BATCH_PENDING)
                : Map.of("in the cluster", DaskRules.PENDING);
    }

    private static Dashboard hub(Facility facility) {
        JupyterHub hub = facility.hub();
        String hubOnly = "{" + HubRules.matchers(hub) + "}[5m]";
        return new Dashboard(
                "hub",
                "Hub",
                List.of(
                        new Panel(
                                "Duration of nine in ten",
                                "s",
                                Map.of("spawn", HubRules.SPAWN, "stop", HubRules.STOP, "poll", HubRules.POLL)),
                        Panel.by(
                                "status",
                                "Spawns by outcome",
                                "short",
                                "sum by (status) (rate(jupyterhub_server_spawn_duration_seconds_count" + hubOnly
                                        + "))"),
                        Panel.by(
                                "status",
                                "Stops by outcome",
                                "short",
                                "sum by (status) (rate(jupyterhub_server_stop_seconds_count" + hubOnly + "))"),
                        Panel.by(
                                "status",
                                "Polls by outcome",
                                "short",
                                "sum by (status) (rate(jupyterhub_server_poll_duration_seconds_count" + hubOnly + "))"),
                        new Panel(
                                "Servers",
                                "short",
                                Map.of("running", "sum(jupyterhub_running_servers{" + HubRules.matchers(hub) + "})")),
                        Panel.by(
                                "period",
                                "Active users",
                                "short",
                                "max by (period) (jupyterhub_active_users{" + HubRules.matchers(hub) + "})"),
                        Panel.by(
                                "status",
                                "The proxy's answers",
                                "short",
                                "sum by (status) (rate(requests_proxy{" + ProxyRules.matchers(hub) + "}[5m]))"),
                        new Panel("Dask workers: longest wait", "s", daskWaits(facility)),
                        new Panel(
                                "BinderHub: share that fails",
                                "percentunit",
                                Map.of("builds", BinderRules.BUILDS_FAILED, "launches", BinderRules.LAUNCHES_FAILED))));
    }

    private static Dashboard gpu(Facility facility) {
        var panels = new ArrayList<Panel>();
        for (String profile : new TreeSet<>(facility.slices().keySet())) {
            String chosen = "{profile=\"" + profile + "\"}";
            panels.add(new Panel(
                    "Slices of " + profile,
                    "short",
                    Map.of("used", GpuRules.USED + chosen, "offered", GpuRules.OFFERED + chosen)));
        }
        panels.add(Panel.by(
                "GPU_I_PROFILE",
                "Activity of the engines",
                "percentunit",
                "avg by (GPU_I_PROFILE) (DCGM_FI_PROF_GR_ENGINE_ACTIVE)"));
        panels.add(Panel.by(
                "GPU_I_PROFILE", "Memory in use, MiB", "short", "sum by (GPU_I_PROFILE) (DCGM_FI_DEV_FB_USED)"));
        return new Dashboard("gpu", "GPU slices", panels);
    }

    private static Dashboard amounts(Facility facility) {
        var panels = new ArrayList<Panel>();
        panels.add(new Panel(
                "Ceph: share used",
                "percentunit",
                Map.of("used", "sum(ceph_cluster_total_used_bytes) / sum(ceph_cluster_total_bytes)")));
        panels.add(Panel.by("storageclass", "Claimed by class", "bytes", StorageRules.CLAIMED));
        facility.namespaces()
                .forEach(namespace -> panels.add(Panel.by(
                        "resource",
                        "Quota of " + namespace.name(),
                        "percentunit",
                        NamespaceRules.QUOTA + "{namespace=\"" + namespace.name() + "\"}")));
        return new Dashboard("amounts", "Storage and quotas", panels);
    }

    private static Dashboard outside(Facility facility, List<ProbeTarget> probed) {
        String own = facility.monitoring().namespace();
        var panels = new ArrayList<Panel>();
        for (ProbeTarget target : probed) {
            String chosen = "{namespace=\"" + own + "\",probe=\"" + target.name() + "\"}";
            if (!target.module().isHttp()) {
                panels.add(new Panel(
                        target.url() + ": time", "s", Map.of("time", "max(probe_duration_seconds" + chosen + ")")));
                panels.add(new Panel(
                        target.url() + ": answers", "short", Map.of("answers", "max(probe_success" + chosen + ")")));
                continue;
            }
            panels.add(Panel.by(
                    "phase",
                    target.url() + ": time by phase",
                    "s",
                    "sum by (phase) (probe_http_duration_seconds" + chosen + ")"));
            panels.add(new Panel(
                    target.url() + ": status", "short", Map.of("status", "max(probe_http_status_code" + chosen + ")")));
        }
        return new Dashboard("outside", "From outside", panels);
    }
}
