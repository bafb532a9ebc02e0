/** Compares published measurements of whole chips with estimates from the profile and the published workload alone. */
package ganglion.hardware.validation;
