"""What is known: dated records about Kobane, the border and who held which place, and the areas derived from them."""
