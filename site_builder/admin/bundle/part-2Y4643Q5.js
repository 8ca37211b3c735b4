throw new Error("This part is left out.");
