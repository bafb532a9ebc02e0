/**
 * Compares published measurements of whole devices with estimates from the profile and the published workload alone, and tells from
 * their ratios how far the estimates of each device can be trusted.
 */
package ganglion.hardware.validation;
