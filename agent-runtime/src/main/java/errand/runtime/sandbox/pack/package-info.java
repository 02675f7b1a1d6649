/** World packs: folders of CSV files that extend or replace the generated world. */
@NullMarked
package errand.runtime.sandbox.pack;

import org.jspecify.annotations.NullMarked;
