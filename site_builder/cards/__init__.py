"""Cards: the pictures that other sites show beside a link to a page. Only here is Pillow drawn with."""
