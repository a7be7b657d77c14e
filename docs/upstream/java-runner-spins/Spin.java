package com.pulumi.deployment.internal;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Registers tasks that all end after some seconds, and says what processor time the wait for them took. */
final class Spin {
    private Spin() {}

    public static void main(String[] args) throws Exception {
        int tasks = Integer.parseInt(args[0]);
        int seconds = Integer.parseInt(args[1]);
        var quiet = Logger.getLogger("spin");
        quiet.setLevel(Level.OFF);
        var runner = new DeploymentImpl.DefaultRunner(quiet, EngineLogger.ignore());
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long before = system.getProcessCpuTime();
        runner.runAsync(() -> {
                    for (int i = 0; i < tasks; i++) {
                        runner.registerTask("task " + i, new CompletableFuture<>().completeOnTimeout(1, seconds, TimeUnit.SECONDS));
                    }
                    return 0;
                })
                .get(seconds * 10L, TimeUnit.SECONDS);
        System.out.printf(
                "%d tasks that end after %d s: %.1f processor seconds%n",
                tasks, seconds, (system.getProcessCpuTime() - before) / 1e9);
        System.exit(0);
    }
}
