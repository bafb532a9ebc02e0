/**
 * Disturbs commands at random moments and looks at what they leave: a {@link ganglion.cli.chaos.Victim} is hit by {@link
 * ganglion.cli.chaos.Disturbance disturbances} in a {@link ganglion.cli.chaos.Trial}; a {@link ganglion.cli.chaos.Campaign}
 * draws trials from a seed. Delays here are part of the experiment: no check depends on how long one is.
 */
package ganglion.cli.chaos;
