/**
 * From the sound files of a scenario to spikes or currents on its timeline. The cochlea of each input processes its clips,
 * several at the same time; {@link ganglion.scenario.clip.SoundClips} then lays them out one after the other, as {@link
 * ganglion.scenario.result.Clip clips}. Samples of data sets take another way to the same type: {@link
 * ganglion.scenario.bind.SampleClips}.
 */
package ganglion.scenario.clip;
