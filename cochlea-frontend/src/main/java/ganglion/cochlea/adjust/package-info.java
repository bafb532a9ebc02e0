/**
 * An ear that is adjusted while it hears. Each change holds from a tick on, so that the same samples with the same changes give the same spikes: {@code
 * AdjustableEar} hears tick by tick, live or from a file; {@code EarChange} is a change; {@code EarSetting} lists what can be changed.
 */
package ganglion.cochlea.adjust;
