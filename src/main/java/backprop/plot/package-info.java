/** Figures: charts by XChart and pictures, each with a text alternative, legible on any page. */
package backprop.plot;
