package ganglion.hardware.chip;

/**
 * No tick: each core serves the messages that reach it one after another, and a message waits while its core is busy.
 *
 * @param continuousNeurons whether neurons are analogue circuits that run all the time, so that there are no updates to
 *     price; their power is part of the static power
 */
public record AsynchronousEvents(boolean continuousNeurons) implements TimeModel {

    @Override
    public String name() {
        return "asynchronous-events";
    }
}
