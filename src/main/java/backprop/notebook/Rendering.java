package backprop.notebook;

/** What a front end is given of a value: it shows the richest form that it can.
 * @param text plain text, for terminals, saved files and programs
 * @param html HTML with inline styles only, which survives in a notebook that is not trusted */
record Rendering(String text, String html) {}
