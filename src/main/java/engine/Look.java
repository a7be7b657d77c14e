package engine;

import engine.EngineEvent.Step;
import java.util.List;

/**
 * What the engine saw when it compared its state with the cluster.
 *
 * @param changes what differs, or why it could not look
 * @param looked every resource, with the live object; those that are as they were included
 */
public record Look(Changes changes, List<Step> looked) {
    public Look {
        looked = List.copyOf(looked);
    }
}
