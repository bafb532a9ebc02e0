package ganglion.hardware.chip;

/**
 * Processors simulate the neurons in software. Each core does the work of its tick operation by operation; what is not
 * done when the next tick begins has missed its deadline. The tick is the scenario's.
 */
public record DeadlineTicks() implements TimeModel {

    @Override
    public String name() {
        return "deadline-ticks";
    }
}
