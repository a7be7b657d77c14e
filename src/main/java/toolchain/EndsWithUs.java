package toolchain;

/** A child process that must not outlive an interrupted command line; watched until this is closed. */
public final class EndsWithUs implements AutoCloseable {
    private final Process process;
    private final Thread ending;

    /** From now on the process is ended when this one is. */
    public EndsWithUs(Process process) {
        this.process = process;
        this.ending = new Thread(process::destroy);
        Runtime.getRuntime().addShutdownHook(ending);
    }

    /** Waits for its end; the answer is its exit code. */
    public int ended() throws InterruptedException {
        return process.waitFor();
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(ending);
        } catch (IllegalStateException alreadyShuttingDown) {
            // The hook is running or has run: nothing to remove.
        }
    }
}
