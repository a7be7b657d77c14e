package engine;

import java.util.List;

/** The locks on what is kept of an environment. */
public interface KeptLocks {
    /**
     * All that are there now.
     *
     * @throws EngineFailedException when the backend does not answer
     */
    List<StateLock> there();

    /** Removes every lock on one stack. */
    void remove(String stack);
}
