package charts;

import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.util.Map;
import java.util.TreeMap;

/**
 * The signals that end this process or make it say what it does. The library that renders charts (helm-java 0.0.21, a Go
 * runtime in this process) takes their handlers for itself each time that it renders, and does nothing when they come: what
 * stood before is put back. docs/upstream/helm-java-signals.
 */
record KeptSignals(Map<Integer, Memory> actions) {
    /** HUP, INT, QUIT and TERM have these numbers on every Unix. */
    private static final int[] NUMBERS = {1, 2, 3, 15};

    /** The C library's {@code struct sigaction} has 152 bytes on Linux, and fewer elsewhere; nothing reads into it here. */
    private static final int BYTES = 256;

    private static final CLibrary C = Native.load("c", CLibrary.class);

    /** Part of the C library's {@code signal.h}. */
    interface CLibrary extends Library {
        /** Sets a signal's action, or only asks for it. */
        int sigaction(int signal, Pointer action, Pointer old);
    }

    /** The handlers as they are now. */
    static KeptSignals now() {
        var actions = new TreeMap<Integer, Memory>();
        for (int signal : NUMBERS) {
            var action = new Memory(BYTES);
            if (C.sigaction(signal, Pointer.NULL, action) == 0) {
                actions.put(signal, action);
            }
        }
        return new KeptSignals(actions);
    }

    void putBack() {
        actions.forEach((signal, action) -> C.sigaction(signal, action, Pointer.NULL));
    }
}
