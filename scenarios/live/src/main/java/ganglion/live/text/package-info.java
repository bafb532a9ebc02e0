/** What happens in a session as text: {@code EventJson} for programs, {@code EventLine} for people. */
package ganglion.live.text;
