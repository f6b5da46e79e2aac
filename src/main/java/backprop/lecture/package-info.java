/** What only a lecture needs: its checks, drawings of its ideas, and two ways of computing timed against each other. */
package backprop.lecture;
