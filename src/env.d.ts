declare namespace App {
  interface Locals {
    /** Slug of the lesson that is being rendered. */
    lesson?: string;
    /** Number of the slide on which each anchor of the lesson is shown. */
    slides?: ReadonlyMap<string, number>;
  }
}
